intake read -f id,name,kana,care_level,family_name,family_relation,caremanager,start_date list.csv
