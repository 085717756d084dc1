intake -b cn biao.csv
