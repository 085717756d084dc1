for i in 1 2; do intake add form.csv -f id,name,birth,phone,inquiry_at --no-header; echo "exit $?"; done
