ltv value -t 2026-11-21 -f id,expected_months,basis V
