ltv forecast -t 2026-11-10 --total -f clients,p_staying,low,high
