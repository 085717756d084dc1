ltv formula --measured -t 2026-11-21 --since 2026-02-01 --until 2026-02-28
