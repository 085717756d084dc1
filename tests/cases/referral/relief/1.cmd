referral score -t 2026-11-21 --since 2026-10-01 -f id,contacts,talks,drafts,spared; referral score -t 2026-11-21 --since 2026-10-01 --by kind -f kind,talks,drafts,spared -o table
