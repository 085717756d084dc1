printf 'org\nA1\n' | ltv attach - -t 2026-11-21
