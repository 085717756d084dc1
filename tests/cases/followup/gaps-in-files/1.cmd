followup gaps -t 2026-11-20 -f rule,id
