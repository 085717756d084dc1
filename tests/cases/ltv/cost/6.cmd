ltv value -t 2026-11-10 --cost 30000 -w 'net: under 0' -f id,net
