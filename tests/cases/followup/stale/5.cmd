cp book/clients.csv soon/; followup -b soon -t 2026-02-04 -f id; followup -b soon -t 2026-02-05 -f id
