followup done -t 2026-11-21 N1:hesitant-weekly >/dev/null; for l in ja zh en; do followup -t 2026-11-28 -o text --lang $l; done
