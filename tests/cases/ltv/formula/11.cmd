sed -i 's/4,000円/4000.5/' book/office.yaml; ltv formula
