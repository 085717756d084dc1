intake brief -t 2026-11-21 -f id,visit_at
