referral capacity -t 2026-11-21 --lang zh -f capacity; referral capacity -t 2026-11-21 --lang en -f capacity --no-header
