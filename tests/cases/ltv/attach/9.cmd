printf 'id,x\nA1,1\nA1,2,3\n' | ltv attach - -t 2026-11-21 --months 18
