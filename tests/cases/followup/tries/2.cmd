printf 'tries: {change_after: 2}\n' >>book/office.yaml && followup --today 2026-11-21 -f id,channel,via
