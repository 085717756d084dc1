intake book/clients.csv -f id,status,reason
