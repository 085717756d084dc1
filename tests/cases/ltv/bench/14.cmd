echo 'own: {revenue: 30000}' >>book/office.yaml; ltv bench -t 2026-11-21 --month 2026-08 -f measure,own
