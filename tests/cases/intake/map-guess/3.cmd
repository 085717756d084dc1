intake read --map nohead.csv | grep -v "^#" | grep -c .; intake read --map nohead.csv | tail -n 1
