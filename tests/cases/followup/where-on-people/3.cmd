followup -t 2026-11-20 -w 'kind: center' -f id,who,name,org
