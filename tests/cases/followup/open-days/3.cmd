printf 'id,手段,相手区分,結果,次回\nK3,電話,家族,済,12/3\n' | followup done --today 2026-11-21 - && tail -n 1 book/contacts.csv
