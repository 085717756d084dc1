printf "name,note,phone\n,only a note,\n,,090-0123-9999\n" | intake add; echo "exit $?"; printf "name,note,phone\n,,090-0123-9999\n" | intake add; echo "exit $?"
