ltv formula --measured -t 2026-11-21 -w 'status: deceased'
