for id in Y1 Y2 Y4; do followup why $id -t 2026-07-10 | tail -n 1; done
