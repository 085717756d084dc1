rm book/contacts.csv; referral load -t 2026-11-21 -e
