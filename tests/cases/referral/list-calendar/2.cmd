referral list RR1 -t 2026-11-18 -o ics --full-names --todo --lang ja | tr -d '\r' | sed -e ':a' -e '$!N' -e 's/\n //' -e 'ta' -e 'P' -e 'D' | grep -E '^(BEGIN:VTODO|DUE|SUMMARY|DESC)'
