ltv value -t 2026-11-10 --cost rest.csv --by referrer
