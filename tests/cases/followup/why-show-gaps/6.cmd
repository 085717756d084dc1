followup show S1 -t 2026-07-08 -f at,channel,to,outcome | grep call
