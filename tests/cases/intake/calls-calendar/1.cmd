intake calls -t '2026-11-21 14:00' -o ics | tr -d '\r' | grep -E '^(UID|DTSTART|SEQ|STATUS|SUMMARY)' | paste -d' ' - - - - - | sed 's/[A-Z]*;VALUE=DATE://'
