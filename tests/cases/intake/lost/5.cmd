printf 'id,lost_reason\nA,price\n' > book/clients.csv; intake lost
