ltv forecast --model visits --step 1 --horizon 10 --total -t 2026-11-10 -f clients,p_alive,expected_visits,expected -o table --lang en
