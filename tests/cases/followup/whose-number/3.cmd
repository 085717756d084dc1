followup -t '2026-11-21 12:00' -r book/more.yaml -w 'rule: [post, kin]' -w 'id: [Z1, Z2, Z4]' -f id,rule,who,via
