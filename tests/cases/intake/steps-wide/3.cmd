printf 'steps: {tour: 25, objection: 10}\n' > book/office.yaml; intake steps -t 2026-11-21 -f step,budget,over 2>/dev/null
