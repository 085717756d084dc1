printf 'id,risk,signs\nR1,2.41,rate_drop=2.41\nR2,3.00,absent_run=3\nR4,3.00,absent_run=3\n' | followup -t 2026-06-10 -f due,late,id,rule,channel,to,who -
