printf 'mail: {from: kaede@example.jp}\n' >>book/office.yaml
printf 'id,name,status,family_name,family_email,family_contact,consent_contact\nE1,寺沢ミネ,active,寺沢望,e1@example.jp,メール,yes\n' >book/clients.csv
printf 'at,id,channel,to,outcome,next,note\n2026-11-16 10:00,E1,email,family,done,2026-11-24,ご長女に内緒で費用を知らせる\n' >book/contacts.csv
rm book/incidents.csv
followup -t '2026-11-24 14:00' -o text -w 'rule: by-hand' | grep -o -e 内緒 -e お約束
followup -t '2026-11-24 14:00' -o mail --each -w 'rule: by-hand' | sed '1,/^$/d'
