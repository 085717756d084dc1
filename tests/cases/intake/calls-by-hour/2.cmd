intake calls --by weekday -t 2026-11-21
