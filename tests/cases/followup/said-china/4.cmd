followup -t '2026-11-21 14:00' -o text -w 'rule: survey-1w' | sed -n '/^对象/p'; followup -t '2026-11-21 14:00' -o text -w 'rule: referral-report' | sed -n '/────/,$p'
