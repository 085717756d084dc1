intake add form.csv
