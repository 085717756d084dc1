intake lost -t 2026-11-25 -w 'lost_reason: none' --no-header
