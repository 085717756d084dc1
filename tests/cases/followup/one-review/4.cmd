followup -t 2026-11-21 -o text -w 'id: P2' --lang zh; followup facts -t 2026-11-21 -f id,house_rule -w 'house_rule: any' --no-header
