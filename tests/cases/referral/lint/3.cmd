cat wide.txt | referral lint - --to hospital; referral lint --to family family.txt; referral lint family.txt
