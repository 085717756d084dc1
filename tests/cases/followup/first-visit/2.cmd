followup facts -t 2026-07-21 -f id,terms_missing Z1 Z2
