referral trouble -t 2026-11-21 -o csv -f id,served,troubled,percent,verdict
