referral add -t 2026-11-21 --kind provider new.csv >/dev/null; referral list -t 2026-11-21 -f id,org,person,via
