followup -t 2026-12-01 -r on.yaml -f due,id,rule; followup facts -t 2026-12-01 -f id,here_last_month C D
