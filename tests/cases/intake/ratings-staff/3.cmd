intake ratings -t 2026-11-25 -f kind,item,count,mean,low,high
