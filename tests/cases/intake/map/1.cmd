intake --map form.csv
