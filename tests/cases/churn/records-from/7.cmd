sed -i 's/records_from: 2026-02-10/records_from: early/' book/office.yaml; churn rate
