sed -i '/^J1/s/paused,hospital/死亡,/' book/clients.csv; followup -t 2026-11-21 -f due,id,rule,to -w 'id: J1'
