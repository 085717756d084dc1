followup why -t 2026-11-21 -o table --lang en A3 | grep -v -e status; followup show -t 2026-11-21 -o table --lang ja A1; followup show -t 2026-11-21 -o table --lang en A1
