intake add more.yaml -f name,band; echo "exit $?"
