referral lint -e fine.txt fact.txt | wc -l; referral lint -e fine.txt; echo $?; referral lint --to centre fine.txt; echo $?; referral lint nowhere.txt; echo $?
