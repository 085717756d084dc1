echo 'own: {clients: 30}' >>book/office.yaml; ltv bench -t 2026-11-21 -f measure,own
