referral score -t 2026-11-21 -f id,contacts,verdict
