printf 'office: {country: jp}\nltv: {price: 4000, visits_per_month: 8, horizon: 2}\n' >book/office.yaml; ltv value -t 2026-11-21 A1 -f expected_months,expected,high
