followup -t 2026-11-10 -w 'rule: referral-report' -f id,rule,to,who; followup why -t 2026-11-10 L7 | grep referral-report; followup why -t 2026-11-10 L8 | grep referral-report
