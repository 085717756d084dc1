sed -i 's/, months: 18//' book/office.yaml; ltv -t 2026-11-21 P1 --months 2 -f expected,basis
