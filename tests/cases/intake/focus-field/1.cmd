intake focus --field concern -t 2026-11-25
