echo 'P8,赤井八,ended,2025-06-04,,' >>book/clients.csv; sed -i 's/per_day: 3/per_day: 1/' book/office.yaml; followup stale -t 2026-06-10 -f id
