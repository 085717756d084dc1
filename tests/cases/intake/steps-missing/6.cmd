printf 'id,step,minutes,outcome\nN1,tour,5,done\n' > book/steps.csv; intake steps -t 2026-11-21 --by hour
