printf '利用者番号,相手,手段,結果\nP6,家族,電話,母が亡くなりました（長女）\n' | followup done - -t '2026-12-01 18:00'; tail -n 1 book/contacts.csv; followup P6 -t 2026-12-02 -f id,rule,to
