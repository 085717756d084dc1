churn seats -t 2026-11-21 --measured --since 2026-11-08 --until 2026-11-21 -f weekday,utilisation
