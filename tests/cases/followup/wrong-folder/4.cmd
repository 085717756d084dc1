mkdir n; cp near/list.csv n/clients.csv; followup -b n -t 2026-11-20 -f id
