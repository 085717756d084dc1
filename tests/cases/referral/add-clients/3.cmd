referral add --from clients x.csv
