followup done -t '2026-11-20 18:00' A1:お誕生日カード 'A2:How are you' && tail -n 2 book/contacts.csv
