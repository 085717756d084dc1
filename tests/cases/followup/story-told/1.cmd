followup -t 2026-11-21 --ahead 10d -w 'rule: hesitant-weekly' -f due,id,to,why
