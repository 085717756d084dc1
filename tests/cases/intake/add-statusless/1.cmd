intake add list.csv -t 2026-11-20
