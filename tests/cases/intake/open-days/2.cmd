intake read --today 2026-11-21 book/clients.csv --map | sed -n '/not written in full/,/^$/p'
