followup -t 2026-06-05 -f id -w '会員種: 金'
