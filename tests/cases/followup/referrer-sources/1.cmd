followup -t 2026-11-21 -w "to: referrer" -f due,id,rule,who,via
