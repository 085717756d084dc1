followup rules >again.yaml; followup -t 2026-06-19 -r again.yaml -f id,rule
