followup facts -t 2026-09-21 -f id,absent_run,last_absent N1 N2 N3 N5
