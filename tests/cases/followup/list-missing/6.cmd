intake add form.csv -t 2026-11-21 -f id,name; cat book/clients.csv; followup -t 2026-11-21 -f id | head -2
