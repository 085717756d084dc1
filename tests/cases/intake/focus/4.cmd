printf 'id,name\nA,甲\n' > book/clients.csv; intake focus
