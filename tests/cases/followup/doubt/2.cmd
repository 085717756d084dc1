followup -t 2026-06-11 -f id,rule -w 'rule: facility-letter' -w 'id: [S1, S2, S3, S4, S5, S6, S7, P5]'
