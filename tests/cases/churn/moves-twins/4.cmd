iconv -f utf-8 -t cp932 book/clients.csv >list; tr , '\t' <list >book/clients.tsv; rm book/clients.csv book/stays.csv
churn leave T1 -t 2026-06-05 --reason facility; echo "exit $?"; churn leave T6 -t 2026-06-05 --reason facility
tr '\t' , <book/clients.tsv | diff list - | iconv -f cp932 -t utf-8; cat book/stays.csv
