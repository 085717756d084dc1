rm book/contacts.csv; referral lint -e; echo $?
