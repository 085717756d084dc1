followup -t 2026-11-21 list.xls
