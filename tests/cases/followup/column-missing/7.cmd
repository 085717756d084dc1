followup done K1 -t 2026-11-21 --to family --channel call
