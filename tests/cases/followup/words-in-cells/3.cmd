intake read book/clients.csv -f id,status,reason,reason_note
