ltv forecast --model visits --step 1 --horizon 10 --discount 0.5 --margin 0.5 --each K04 -t 2026-11-10 -f id,expected
