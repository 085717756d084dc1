followup -t 2026-06-19 -r cadence.yaml -f id
