followup facts -t 2026-11-21 102 -f id,name,status,start_date
