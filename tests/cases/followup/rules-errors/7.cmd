followup -t 2026-06-19 -r step.yaml -f id
