followup -t 2026-07-08 -o table -f id,late | head -n 2 | tail -n 1 | tr -s ' '
