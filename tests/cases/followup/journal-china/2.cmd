followup show Q3 -f at,what,channel,to,outcome
