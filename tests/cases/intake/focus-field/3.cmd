intake focus --field note -t 2026-11-25
