referral draft A1 A3 -t 2026-11-21 -o text | grep -e でございます -e 担当 -e 電話 -e 様$ -e 御中
