followup 'done' AA1 --channel letter --to client -t '2026-11-21 15:00' && followup -t 2026-11-27 -o ics | tr -d '\r' | grep -E '^(UID|DTSTART|DTEND|SEQ|STATUS)'
