printf 'name,decision_phone\n丙川松,0301115555\n' | intake add -f name; echo "exit $?"
