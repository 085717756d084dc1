printf "name\n𠮷村 ハナ\n" > f.csv; intake add f.csv; echo "exit $?"; intake add --convert f.csv; tail -1 book/clients.csv
