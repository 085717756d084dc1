sed -i 's/0.5/50/' book/office.yaml; ltv missed -t '2026-11-21 12:00'
