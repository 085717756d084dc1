followup -t 2026-06-19 -r noid.yaml -f id
