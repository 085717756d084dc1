sed -i 's/, extra: 150//' book/office.yaml; ltv staffing --calls 45
