churn seats -t 2026-11-25 -f booked,held,free; referral capacity -t 2026-11-25 -f capacity --no-header
