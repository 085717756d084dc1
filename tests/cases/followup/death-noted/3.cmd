sed 's/^T1,\(.*\),ended,,/T1,\1,ended,other,/' book/clients.csv >with && mv with book/clients.csv; followup T1 -t 2026-11-21 -f due,id,rule,to
