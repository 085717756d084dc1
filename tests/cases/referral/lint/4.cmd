referral lint pages.txt sjis.txt; referral lint -b china zh.txt
