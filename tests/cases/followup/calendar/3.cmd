followup 'done' AA1:ask -t '2026-11-21 15:00' && followup -t 2026-11-21 -o ics | tr -d '\r' | sed -e ':a' -e 'N' -e '$!ba' -e 's/\n //g' | sed -e 1,5d -e 's/^DTSTAMP:.*/DTSTAMP:/'
