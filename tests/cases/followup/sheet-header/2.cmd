intake read -f id,name,phone,family_name,family_relation,family_phone groups.csv
