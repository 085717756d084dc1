followup facts -t 2026-06-01 -f id,consent_until
