sed -i 's/from: 1.0/from: early/' book/office.yaml; churn risk -t 2026-10-20
