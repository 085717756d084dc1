referral decline B1 -o text; referral decline B2 -o text
