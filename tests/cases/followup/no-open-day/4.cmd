cp office.yaml book/rules.yaml; followup --office -t 2026-06-10; echo $?; followup -t 2026-06-10
