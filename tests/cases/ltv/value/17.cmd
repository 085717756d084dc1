ltv -t 2026-11-21 -w 'ltv: at least 109133' -w 'so_far: under 8600' -f id,ltv; ltv -t 2026-11-21 -w 'expected_months: at least 3.3' --by status -f group,clients
