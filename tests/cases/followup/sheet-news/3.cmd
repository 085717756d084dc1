followup done ./sheet.csv -t '2026-11-20 18:00' 2>/dev/null; followup undone ./sheet.csv -t '2026-11-20 19:00' 2>/dev/null; grep -c 取消 book/contacts.csv; followup -t '2026-11-21 09:00' -f id,rule,to
