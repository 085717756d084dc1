followup -t 2026-11-20 -r own-twice.yaml -f id
