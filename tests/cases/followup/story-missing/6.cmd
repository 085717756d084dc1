sed -i '/^N1/s/hesitant/notnow/' book/clients.csv; followup list --office -t 2026-11-21 -f due,id,rule; followup gaps -t 2026-11-21
