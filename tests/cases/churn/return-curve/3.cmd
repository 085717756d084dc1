churn return --curve -t 2026-06-30 --since 2026-05-01 -f time,cause,incidence R3 R4 R6 2>/dev/null
