intake add --update roster.csv -t 2026-11-21
