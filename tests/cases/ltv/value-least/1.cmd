ltv value -t 2026-11-21 -f id,expected_months,expected,low,basis V1 V2 V3 V4
