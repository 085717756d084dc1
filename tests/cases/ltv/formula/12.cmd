sed -i 's/4,000円/much/' book/office.yaml; ltv formula
