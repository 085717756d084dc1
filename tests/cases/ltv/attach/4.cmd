printf 'id\nE1\nN1\nA1\n' | ltv attach - -t 2026-11-21 -w 'ltv: over 109133' -o json
