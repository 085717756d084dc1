followup -t 2026-11-20 -f id,title -o table --lang zh -w 'rule: [お誕生日カード, ask-again]'
