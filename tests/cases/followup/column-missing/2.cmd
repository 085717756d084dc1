echo 'aliases: {解約した日: end_date}' >book/office.yaml; followup -t 2026-11-21 -f due,id,rule
