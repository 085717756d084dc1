followup -t 2026-06-05 -f id,会員種,地区
