intake read -t 2026-11-24 book/clients.csv -f id,contact; intake read -t 2026-11-24 book/clients.csv | followup -t 2026-11-24 --no-header -f id -
