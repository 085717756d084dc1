intake read -f id,nmae form.csv
