intake read - - < form.csv
