intake calls -t '2026-11-21 18:00' | followup -t 2026-11-21 -f id - | sort -u
