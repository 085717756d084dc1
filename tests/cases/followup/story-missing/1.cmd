followup -t 2026-11-21 --ahead 10d -f due,id,rule,why
