followup -t '2026-11-21 18:00' -o ics --lang ja | tr -d '\r' | grep -E '^(DTSTAMP|SUMMARY)'
