churn return -t 2026-04-01 --until 2026-02-28 -o table --lang zh -f lapsed,returned,verdict; churn return -t 2026-04-01 --until 2026-02-28 -f verdict
