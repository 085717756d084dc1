intake read -f name,address,phone,note record.csv
