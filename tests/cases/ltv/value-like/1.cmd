ltv value -t 2026-11-21 --like care_level N1 N3 -f id,expected_months,expected,low,high,basis
