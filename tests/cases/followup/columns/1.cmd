followup -t 2026-07-08 | sed 's/anchor=2026-07-06 [^,]*/WHY/'
