echo HH3,宇津木ヨネ,ended,hospital,2025-06-20,宇津木実 >>book/clients.csv; followup -t 2026-06-20 -f due,id,rule -w 'id: HH3'; followup -t 2026-06-21 -f due,id,rule -w 'id: HH3'
