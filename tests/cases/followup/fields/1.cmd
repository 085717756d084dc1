followup -t 2026-07-08 -f due,id,adl,ランク W1 W3
