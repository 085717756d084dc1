intake calls -t 2026-11-21 calls.xlsx; cp calls.xlsx book/; intake calls -t 2026-11-21
