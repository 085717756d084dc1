intake calls -t '2026-11-21 18:00' -f number,id P02 小林 S1 2>&1
