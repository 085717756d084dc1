referral add --from clients --kind other -t 2026-11-21 >/dev/null 2>&1; referral add --from clients -t 2026-11-22; referral score -t 2026-11-21 -f id,kind,referred
