referral lint --to center gift.txt fine.txt; referral lint --to 病院 gift.txt -f level,because
