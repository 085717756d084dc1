intake read -f id,name,family_name,family_phone front.csv
