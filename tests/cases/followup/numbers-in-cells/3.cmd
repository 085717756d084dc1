intake add -n -t 2026-11-21 new.csv 2>&1
