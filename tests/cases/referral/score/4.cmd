referral score -t 2026-11-21 CM2 K1 -f id,org,referred,active
