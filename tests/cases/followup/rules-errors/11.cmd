followup -t 2026-06-19 -r twice.yaml -f id
