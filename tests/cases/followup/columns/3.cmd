followup -t 2026-07-08 --lang zh -f id,channel,to
