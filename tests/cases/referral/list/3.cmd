referral list -t 2026-11-21 -w 'channel: call' -w 'next: next 30d' -f next,id; referral list F9 東包括 -t 2026-11-21 -f id,phone --no-header
