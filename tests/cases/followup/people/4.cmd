followup -t 2026-11-21 | sed -n 1,2p; followup merged -t 2026-11-21 | sed -n 1,2p
