sed -i 's/^P2,\(.*\),hospital$/P2,\1,別紙/' book/clients.csv; churn return --by reason -t 2026-12-31 -f reason,lapsed,deceased,returned; churn return -t 2026-12-31 -f lapsed,deceased,returned
