intake add form.csv -f id,name,budget -t '2026-11-11 10:00' > added.csv; intake add form.csv -f id,name,budget -t '2026-11-11 10:00'; cut -d, -f 1-2 book/clients.csv
