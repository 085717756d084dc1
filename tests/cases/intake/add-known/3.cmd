echo at,id,channel,to,dir,outcome,note >book/contacts.csv; intake add --force form.csv -t 2026-11-21 -f id,name,phone,inquiry_at --no-header; cat book/contacts.csv
