followup -t '2026-11-09 09:00' -o mail --each --journal
