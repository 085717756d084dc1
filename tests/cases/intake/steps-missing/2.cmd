printf 'id,minutes\nN1,5\n' > book/steps.csv; intake steps -t 2026-11-21
