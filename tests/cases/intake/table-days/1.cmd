intake read list.csv -o table -f name,status,weekdays,focus
