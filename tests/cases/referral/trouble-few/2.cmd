referral trouble -t 2026-11-21 -o table --lang zh -f id,served,troubled,percent,verdict
