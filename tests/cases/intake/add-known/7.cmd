cp book/clients.csv before; intake add --update list.csv -t 2026-11-21; echo "exit $?"; intake add -n --update --force list.csv -t 2026-11-21 -o json | head -3; cmp before book/clients.csv
