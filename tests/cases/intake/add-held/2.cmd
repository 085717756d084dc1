intake add --force -f name form.csv | tail -1
