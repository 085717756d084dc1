cp same.yaml book/rules.yaml; followup -t 2026-06-10 -f id,rule,due
