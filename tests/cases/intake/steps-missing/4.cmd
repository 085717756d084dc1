printf 'id,step,minutes\nN1,tour,5\n' > book/steps.csv; intake steps -t 2026-11-21
