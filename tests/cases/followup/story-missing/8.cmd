followup list --office -t 2026-11-21 -o text; followup list --office -t 2026-11-21 -o text --lang zh; followup list --office -t 2026-11-21 -o text --lang en
