followup -t '2026-11-12' -f id,rule,who,via -w 'to: family'
