ltv -t 2026-11-21 P1 -f expected_months,expected,ltv --horizon 12; ltv -t 2026-11-21 P1 -f expected --months 2 --horizon 12; printf "id\nP1\n" | ltv attach - -t 2026-11-21 --horizon 12
