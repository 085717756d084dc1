intake read -f id,name,status list.tsv
