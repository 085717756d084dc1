churn return -t 2026-11-21 -f lapsed,deceased,returned,return_rate,benchmark,verdict; churn return -t 2026-11-21 -f low,high --no-header | awk -F, '{ printf "%.9f %.9f\n", $1, $2 }'
