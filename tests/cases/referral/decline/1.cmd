referral decline P1 -o text
