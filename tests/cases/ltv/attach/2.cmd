printf 'id\nE1\nN1\nI1\nA1\n' | ltv attach - -t 2026-11-21 --top 3
