sed -i 's/^A1.*/A1,丁野,active,2026-06-24,,,南,5000/' book/clients.csv; ltv value -t 2026-11-21 A1 -f so_far,per_month,expected
