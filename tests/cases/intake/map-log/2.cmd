intake --map Master.csv
