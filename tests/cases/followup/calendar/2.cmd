followup 'done' AA1:ask -t '2026-11-21 15:00' && followup -t 2026-11-21 --ahead 2m -o ics | tr -d '\r' | grep -E '^(UID|DTSTART|DTEND|SEQ|STATUS)'
