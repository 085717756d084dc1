followup done '鈴木 一郎#2:leave-reason-ask' -t 2026-11-21; tail -n 1 book/contacts.csv | tr -d '\r'; followup -t 2026-11-21 -f due,id,rule
