followup show S1 -t 2026-06-11 -f at,channel | grep -c call
