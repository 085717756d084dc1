followup -b sjis -t 2026-11-20
