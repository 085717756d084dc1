followup -t 2026-11-21 -o text --lang zh; followup -t 2026-11-21 -o text --lang en
