intake read -t 2026-11-21 form.csv | intake accept -t 2026-11-21 -f name,age,answer,rule -
