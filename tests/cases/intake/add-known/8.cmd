intake add --update --force list.csv -t 2026-11-21; echo "exit $?"; cat book/clients.csv; intake add --update list.csv -t 2026-11-21
