followup -t 2026-11-21 -w 'rule: outreach-monthly' | referral list - -t 2026-11-21 -f id,next
