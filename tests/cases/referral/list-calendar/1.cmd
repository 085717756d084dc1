referral list -t 2026-11-18 -o ics --lang en | tr -d '\r' | grep -E '^(UID|DTSTART|DTEND|SEQ|STATUS|SUMMARY)' | paste -d' ' - - - - - - | sed 's/;VALUE=DATE//g'
