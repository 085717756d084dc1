followup facts -t 2026-11-21 -f id,end_settled -w 'reason: facility'
