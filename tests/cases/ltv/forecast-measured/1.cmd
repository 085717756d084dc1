ltv forecast -t 2026-11-10 --each -f id,expected
