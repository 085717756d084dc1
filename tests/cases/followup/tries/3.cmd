printf 'tries: {change_after: 0}\n' >>book/office.yaml && followup --today 2026-11-21 -f id,channel --no-header
