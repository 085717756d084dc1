followup undone K01 K02 K02:hospital-monthly K02; echo $?; tail -n 3 book/contacts.csv; followup undone K02 K02; echo $?
