referral memo C1 -t '2026-11-21 18:00' | followup done - -t '2026-11-21 18:00'; tail -n 3 book/contacts.csv; referral memo C1 -t '2026-11-21 18:05' -f id
