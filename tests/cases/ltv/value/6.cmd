ltv value -t 2026-11-21 A1 --margin 0.5 -f so_far,per_month,expected,ltv -o tsv
