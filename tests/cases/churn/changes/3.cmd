sed -i '/^ltv/d' book/office.yaml; churn changes -t 2026-11-21 C1 C4
