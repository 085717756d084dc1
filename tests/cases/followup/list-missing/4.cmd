followup book/利用者一覧.csv -t 2026-11-21 -f due,id,rule
