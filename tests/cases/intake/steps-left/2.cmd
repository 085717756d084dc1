intake steps -t 2026-11-21 --total --by staff
