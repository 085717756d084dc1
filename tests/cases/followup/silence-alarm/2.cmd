followup facts -t 2026-10-05 -f id,last_contact
