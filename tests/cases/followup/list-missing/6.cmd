intake add form.csv -t 2026-11-21 -f id,name; cut -d, -f1,2 book/clients.csv | tr -d "\r"; followup -t 2026-11-21 -f id | head -2
