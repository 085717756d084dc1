intake add form.csv -f id,name,age,family_name,budget -t '2026-11-11 10:00'
