ltv formula --measured -t 2026-11-21 --months 3
