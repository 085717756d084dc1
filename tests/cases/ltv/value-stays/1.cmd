ltv -t 2026-11-21 -f id,so_far,expected_months,expected,low,high,basis
