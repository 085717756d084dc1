ltv missed log.csv -t '2026-11-21 12:00' -o table --lang ja
