echo '2026/11/12,牧 うた,電話,家族,hospital-ask-family,取消,,' >>book/contacts.csv; followup undone H1; tail -n 1 book/contacts.csv; followup undone H1
