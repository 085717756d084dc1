printf "name,birth,phone\n,1940-01-01,\n,,090-0123-9999\n" | intake add; echo "exit $?"; printf "name,note,phone\n,,090-0123-9999\n" | intake add; echo "exit $?"
