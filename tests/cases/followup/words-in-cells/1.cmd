followup --today 2026-11-21 --no-header -f id,due,rule | sort
