followup -t 2026-11-21 -r keep.yaml -w 'rule: keep-warm' -f due,id,why
