followup -t 2026-06-02 -f due,late,id,rule,channel,to,who
