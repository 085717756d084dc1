ltv forecast -t 2026-11-10 --total -f model,clients,expected
