followup -b words -t 2026-11-20 -w 'id: A1' -f rule,title; followup -b words -t 2026-11-20 -r autumn.yaml -f rule
