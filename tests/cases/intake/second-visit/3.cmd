for t in '2026-11-20 12:00' '2026-11-24 12:00'; do followup -t "$t" -f due,id,rule --no-header -w 'rule: [high-24h, high-3d, by-hand]'; echo; done
