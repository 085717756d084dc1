referral trouble -t 2026-11-21 -o table --lang ja -f id,served,troubled,percent,verdict
