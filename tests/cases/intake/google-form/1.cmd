intake form.csv
