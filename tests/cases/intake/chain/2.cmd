intake add -f name,inquiry_at form.csv | cut -d, -f1; followup -t '2026-08-06 12:00' -f due,late,id,rule,who
