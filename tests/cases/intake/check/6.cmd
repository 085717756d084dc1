intake check --upto assess bad.csv
