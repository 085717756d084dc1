for id in W1 W2 W3; do followup why $id -t 2026-12-01 | grep outreach; done
