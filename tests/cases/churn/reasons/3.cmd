printf "R3,2020-01-01,2020-13-01,person\n" >> book/stays.csv; churn -t 2026-11-21 R1 R3
