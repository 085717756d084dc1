intake read elders.csv -t 2026-11-30 -f name,start_date,status,end_date,reason,family_name,family_phone,note
