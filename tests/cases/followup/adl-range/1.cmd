followup facts -t 2026-11-21 -f id,adl,band
