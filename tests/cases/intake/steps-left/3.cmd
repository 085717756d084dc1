intake steps -t 2026-11-21 --since 2026-11-01
