intake dups form.csv
