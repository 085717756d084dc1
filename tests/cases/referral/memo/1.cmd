referral memo -t 2026-11-21 -f id,to,who,channel,count,topics,via,org,names
