followup -t 2026-11-21 -o ics --full-names | tr -d '\r' | sed -e ':a' -e 'N' -e '$!ba' -e 's/\n //g' | grep -E '^(SUMMARY|DESCRIPTION:via)'
