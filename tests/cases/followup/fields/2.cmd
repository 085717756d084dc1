followup -t 2026-07-08 -f id,band,weekdays,care_until W1
