intake read -f id,phone,family_phone,address book/clients.csv
