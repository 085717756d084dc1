printf 'id,name,status,birth,inquiry_at\n' > book/clients.csv; for i in 1 2; do intake add -f name,birth,inquiry_at --no-header odd.csv; echo "exit $?"; done
