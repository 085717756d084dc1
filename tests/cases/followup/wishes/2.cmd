followup gaps --today 2026-11-21
