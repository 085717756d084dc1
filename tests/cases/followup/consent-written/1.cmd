followup facts -t 2026-11-20 -f id,consent_until,weekdays,family_phone,first_visit
