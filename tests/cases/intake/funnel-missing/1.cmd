intake funnel -t 2026-11-25
