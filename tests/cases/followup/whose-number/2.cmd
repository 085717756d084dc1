followup -t '2026-11-21 12:00' -r book/more.yaml -w 'rule: wish' -w 'id: [Z1, Z2, Z4, Q1]' -f id,channel,who,via
