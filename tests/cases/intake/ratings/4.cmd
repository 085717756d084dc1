printf 'at,clarity\n2026-11-01,3\n' > book/surveys.csv; intake ratings
