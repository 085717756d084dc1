followup -t 2026-11-20 -r tag.yaml -f id
