intake read --map meibo.xlsx | sed -n 5,20p
