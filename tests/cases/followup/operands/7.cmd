followup -t 2026-07-08 -w 'rule: facility-letter' | followup -t 2026-07-09 -f id,late -
