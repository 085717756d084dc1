intake calls -t '2026-11-20 10:00' -o table -w 'id: [W1, W8]'
