intake read list.csv -o excel -f name,status,weekdays,focus | intake read - -f name,status,weekdays,focus
