ltv value -t 2026-11-21 A1 -f expected_months,expected,high --horizon 2
