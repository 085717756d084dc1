followup -b yaml -t 2026-06-15 -o jsonl | followup -b yaml done -t 2026-06-15 - >/dev/null; head -n 6 yaml/contacts.yaml; followup -b yaml -t 2026-06-15 -f id
