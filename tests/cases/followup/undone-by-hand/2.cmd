echo '2026/11/12,牧 うた,電話,家族,hospital-ask-family,取消,,' >>book/contacts.csv; followup -t 2026-11-20 -f due,id,rule,channel -w 'id: H1'; followup why H1 -t 2026-11-20 | grep hospital-ask-family
