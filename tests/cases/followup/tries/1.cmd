followup --today 2026-11-21 -f id,rule,channel,via,why
