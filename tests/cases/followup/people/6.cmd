followup merged -t 2026-12-21 -o table; followup merged -t 2026-12-21 -o excel --lang zh | tail -c +4 | tr -d '\r'
