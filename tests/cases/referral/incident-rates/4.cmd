referral trouble --rate --by accepted; referral trouble --rate -o svg; rm book/incidents.csv; referral trouble --rate
