printf 'id,focus\nA,meals\n' > book/clients.csv; intake focus --since 2026-01-01
