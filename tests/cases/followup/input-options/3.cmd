followup -t 2026-06-05 -f id 林秀英
