followup merged -t '2026-11-18 10:00' -o text -w 'id: [H1, H2, L1, L2]' -w 'to: family'
