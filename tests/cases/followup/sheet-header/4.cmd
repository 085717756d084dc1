intake read -f id,name,end_date,family_name,family_relation,family_phone storeys.csv
