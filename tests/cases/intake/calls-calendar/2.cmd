intake calls P01 -t '2026-11-21 14:00' -o ics --full-names --lang ja | grep SUMMARY | tr -d '\r'
