followup rules -t 2026-11-21 | sed -n "/^  - id: facility-letter/p"
