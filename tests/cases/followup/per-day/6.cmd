echo 'P8,赤井八,ended,2026-06-09,4294967296,268435456' >>book/clients.csv; followup -t 2026-06-10 -f id
