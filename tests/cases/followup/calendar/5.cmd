followup 'done' AA1:once -t '2026-11-27 15:00' && followup -w 'rule: once' -t 2026-12-26 -o ics | grep -c CANCELLED; followup -w 'rule: once' -t 2026-12-27 -o ics
