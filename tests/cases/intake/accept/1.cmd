intake accept -t 2026-05-11
