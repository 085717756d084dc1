printf '問い合わせ日,氏名,生年月日\n2026/8/20,佐藤 花子,1955-05-05\n' > f.csv; intake add f.csv --no-header; intake add f.csv --no-header; echo "exit $?"
