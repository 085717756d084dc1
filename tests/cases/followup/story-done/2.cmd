followup done -t 2026-11-21 N1:hesitant-weekly --add-columns; followup done -t 2026-11-21 N1:hesitant-weekly; cat book/contacts.csv; followup -t 2026-11-28 -f id,rule,why -w 'id: N1'
