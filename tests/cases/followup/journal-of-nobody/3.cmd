followup facts -b named -t 2026-11-21 -f id,absent_run,last_contact
