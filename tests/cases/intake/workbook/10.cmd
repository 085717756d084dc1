mv meibo.xlsx old.bin; intake read -f id ./old.bin; printf 'id,name\n1,x\n' >list.xlsx; intake read list.xlsx; intake read 'book/clients.csv#名簿'
