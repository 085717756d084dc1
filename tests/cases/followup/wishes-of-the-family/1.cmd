followup -t 2026-11-21 -w 'rule: hospital-ask-family' -f id,to,channel,who,via
