intake accept -t 2026-05-11 -r more.yaml A9 -f id,answer,rule
