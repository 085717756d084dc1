intake focus -t 2026-11-25
