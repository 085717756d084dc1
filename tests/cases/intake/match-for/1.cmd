intake match -t 2026-11-21 -f id,package,percent,price,missing,within_budget
