rm book/surveys.csv; printf 'id,status\nA,lost\n' > book/clients.csv; intake lost
