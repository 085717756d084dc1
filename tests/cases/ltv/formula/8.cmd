sed -i '/^ltv/d' book/office.yaml; ltv formula --months 18
