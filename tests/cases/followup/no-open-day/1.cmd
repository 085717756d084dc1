for rule in client visit promise office; do cp $rule.yaml book/rules.yaml; followup --all -t 2026-06-10 2>&1; echo $?; done
