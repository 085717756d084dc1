sed -i '/^stories/,$d' book/office.yaml; followup list --all -t 2026-11-21 -f due,id,rule,to,say,why; followup gaps -t 2026-11-21
