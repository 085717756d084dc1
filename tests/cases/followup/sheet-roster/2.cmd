intake read book/clients.csv -f name,age,care_level,status,end_date,reason,family_name,family_relation,family_phone,staff
