intake funnel -t 2026-11-25 --by weekday -o text
