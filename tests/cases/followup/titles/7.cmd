followup -t 2026-11-20 -r built-in.yaml -f id
