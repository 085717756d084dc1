sed -i 's/, months: 18//' book/office.yaml; ltv -t 2026-11-21 P1 -f id,so_far,expected_months,expected,ltv,basis
