followup merged -t 2026-11-24 -o text -w 'rule: [referral-report, hospital-ask-cm]' | sed -n '/担当/p;/────/,$p'
