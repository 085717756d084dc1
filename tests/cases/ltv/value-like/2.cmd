ltv value -t 2026-11-21 -w 'care_level: care1' -w 'status: active' -f id,expected,basis
