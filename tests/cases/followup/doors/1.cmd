followup -t 2026-11-20 -w 'to: caremanager' -f id,rule,who,consent; followup -t 2026-11-20 -w 'id: [K2, K4]' -o table -f id,rule,consent --lang zh; followup -t 2026-11-20 --no-header -w 'id: K2'
