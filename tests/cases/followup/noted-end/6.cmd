churn seats -t 2026-11-24 -f weekday,booked,held
