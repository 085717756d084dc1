sed -i '/^seats:/d' book/office.yaml; churn seats -t 2026-11-21
