followup merged -t '2026-11-18 10:00' -o ics -w "to: family" | tr -d '\r' | grep -E '^(UID|SUMMARY|STATUS)'
