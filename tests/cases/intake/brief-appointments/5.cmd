cp plain.csv book/clients.csv && intake brief -t 2026-11-23 -f id
