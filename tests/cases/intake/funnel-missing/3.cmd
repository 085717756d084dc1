printf '编号,姓名,咨询日期,签约日期\nA,甲,2026-11-01,2026-11-03\nB,乙,2026/11/2,\n' > book/clients.csv; intake funnel -t 2026-11-25
