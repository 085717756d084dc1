printf 'id,name,role,fte\nS1,一,ケアマネジャー,半分\n' >book/staff.csv; ltv bench -t 2026-11-21 -f measure,own
