followup RR2 -t 2026-11-18 -w 'rule: keep' --ahead 7d -o ics | tr -d '\r' | grep -E '^(UID|DTSTART|SEQ|STATUS)' | paste -d' ' - - - - | sed 's/@[0-9a-f.]*enishi//; s/[A-Z]*;VALUE=DATE://'
