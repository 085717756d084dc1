followup -t 2026-11-21 | followup done - -t 2026-11-21; sed 1,3d book/contacts.csv; followup gaps -t 2026-11-28
