followup -t 2026-09-02 -f due,late,id,rule,channel,to,who
