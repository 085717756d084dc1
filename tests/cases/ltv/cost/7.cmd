sed -i 's/18}/18, cost: {by: area, 北: 9000, other: 700}}/' book/office.yaml; ltv value -t 2026-11-10; ltv formula
