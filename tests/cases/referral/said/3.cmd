referral decline B2 B3 B4 --lang zh -o text | grep -e 我是 -e 传真
