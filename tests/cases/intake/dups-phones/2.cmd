printf 'name,decision_phone\n新井楳,09001112222\n' | intake add -f name; echo "exit $?"
