printf 'id,step,minutes,outcome\nN1,tour,5,done\nN2,nap,5,done\nN3,tour,6,done\n' > book/steps.csv; intake steps -t 2026-11-21 --strict
