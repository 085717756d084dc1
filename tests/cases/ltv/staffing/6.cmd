sed -i '/tiers/,$d' book/office.yaml; ltv staffing --price 0
