intake read zh.csv
