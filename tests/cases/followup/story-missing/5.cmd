followup done office:story-missing -t 2026-11-22 >/dev/null; followup list --office -t 2026-11-30 -f due,id,rule; followup list --office -t 2026-12-01 -f due,id,rule
