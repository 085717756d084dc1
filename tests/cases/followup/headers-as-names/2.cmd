followup -t 2026-06-05 -f id -w '地区: 西'
