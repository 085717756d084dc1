followup -t 2026-11-20 -r lang.yaml -f id
