followup -t '2026-11-21 12:00' -w 'rule: high-24h' -f id,channel,who,via
