sed -i 's/18}/18, cost: {北: 9000}}/' book/office.yaml; ltv formula
