followup done ./sheet.csv -t '2026-11-20 18:00' 2>/dev/null; followup -t '2026-11-21 09:00' -f id,rule,to
