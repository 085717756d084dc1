followup -t 2026-11-21 -o ics | tr -d '\r' | sed 's/^DTSTAMP:.*/DTSTAMP:/'
