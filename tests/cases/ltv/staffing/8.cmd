sed -i 's/calls: 20, price/call: 20, price/' book/office.yaml; ltv staffing
