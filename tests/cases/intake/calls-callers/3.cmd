intake calls -t '2026-11-20 10:00' -o text -w 'id: [W1, W4, W8, W9, W10, D1]'
