followup -t 2026-11-21 -w 'id: ZZ9' -o ics -e
