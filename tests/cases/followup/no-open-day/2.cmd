for rule in client visit promise; do cp $rule.yaml book/rules.yaml; for id in N1 N2; do followup why $id -t 2026-06-10 2>&1; echo $?; done; done
