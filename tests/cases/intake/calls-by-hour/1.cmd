intake calls --by hour -t 2026-11-21
