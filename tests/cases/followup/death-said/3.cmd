followup why S6 -t 2026-11-21 | grep death-stop
