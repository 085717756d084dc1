followup facts -t 2026-11-21 -f id,status,reason,death_noted
