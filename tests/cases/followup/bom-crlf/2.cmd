followup -t 2026-06-09 -f id,棚,棚.2,column.9
