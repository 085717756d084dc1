cp book/clients.xlsx book/clients.csv; followup list -t 2026-11-21
