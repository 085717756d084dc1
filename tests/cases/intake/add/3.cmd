intake add -n form.csv; echo "exit $?"; wc -l < book/clients.csv; ls -A book
