intake steps --each -t 2026-11-21 -w 'outcome: dropped'
