intake init new --kind day_service && followup -b new -t 2026-11-21
