intake lost -t 2026-11-25
