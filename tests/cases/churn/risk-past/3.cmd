sed -i 's/from: 1.0/from: 0.5/' book/office.yaml; churn risk -t 2026-10-20 -f id,risk,signs
