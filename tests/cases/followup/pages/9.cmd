followup -t 2026-11-10 --each; followup -t 2026-11-10 -o text --journal
