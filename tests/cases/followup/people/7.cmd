followup why -t 2026-11-21 -o table A1 | sed -n '1p;/対象外/!p' | uniq; followup why -t 2026-11-21 -o table --lang zh A2 | head -n 8
