for who in T1:trial-end T2:high-24h T3:trial-3d V1:visit-missed D1:decline-reply D2:decline-reply; do followup -t 2026-11-23 -o text -w "id: ${who%:*}" -w "rule: ${who#*:}"; done
