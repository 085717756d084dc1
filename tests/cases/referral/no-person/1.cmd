referral list -t 2026-11-21 -f id,org,person,via,next
