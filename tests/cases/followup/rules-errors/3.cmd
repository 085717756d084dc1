followup -t 2026-06-19 -r channel.yaml -f id
