intake read --map list.csv | grep -v "^#"
