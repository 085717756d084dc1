followup -t 2026-11-21 -o ics --todo | tr -d '\r' | grep -E '^(BEGIN|DTSTART|DUE|STATUS|TRIGGER)'
