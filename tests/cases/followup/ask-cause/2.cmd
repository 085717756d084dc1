followup facts -t 2026-11-10 -f id,cause_unclear,open_days | sort
