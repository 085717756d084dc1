followup done -t 2026-11-21 N1:hesitant-weekly; followup done -t 2026-11-21 N1:hesitant-weekly; sed 1,3d book/contacts.csv; followup -t 2026-11-28 -f id,rule,why -w 'id: N1'
