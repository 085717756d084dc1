followup done B2 -t 2026-06-15 --to famly --channel call; echo $?
