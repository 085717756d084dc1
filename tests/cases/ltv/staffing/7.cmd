sed -i '/^answering/,$d' book/office.yaml; ltv staffing
