sed -i 's/^seats:.*/seats: {total: 5}/' book/office.yaml; churn seats -t 2026-11-21
