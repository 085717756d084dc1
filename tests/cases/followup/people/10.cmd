followup gaps -t 2026-11-21 -o table --lang zh | head -n 4; followup gaps -t 2026-11-21 -o table --lang en | head -n 3;  followup gaps -t 2026-11-21 | head -n 3
