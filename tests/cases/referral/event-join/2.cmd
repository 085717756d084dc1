followup done R2:event-join -t '2026-11-21 17:00' && tail -n 1 book/contacts.csv && referral score -t '2026-11-21 18:00' -f id,contacts
