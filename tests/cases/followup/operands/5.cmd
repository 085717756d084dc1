followup -t 2026-07-08 -f id,who new.csv I2
