printf 'id,手段,相手区分,結果,次回\nA1,電話,家族,済,来週火曜\nA2,電話,家族,済,涼しくなったら\n' | followup done --today 2026-12-04 - && tail -n 2 book/contacts.csv
