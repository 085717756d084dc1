intake read -f id,name titles.csv
