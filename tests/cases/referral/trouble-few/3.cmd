referral trouble -t 2026-11-21 -o excel -f id,served,troubled,percent,verdict
