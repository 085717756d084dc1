referral lint ask.txt gift.txt fact.txt
