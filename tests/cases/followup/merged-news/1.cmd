followup merged -t 2026-11-24 -o text; followup merged -t 2026-11-24 -f topics
