cp book/clients.csv before; intake add form.csv; echo "exit $?"; cmp before book/clients.csv
