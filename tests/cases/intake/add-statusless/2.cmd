intake add list.csv -t 2026-11-20 >first 2>said && intake add list.csv -t 2026-11-20
