intake add form.csv; echo "exit $?"; cat book/clients.csv
