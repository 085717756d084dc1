sed -i -e 9d -e 5d book/surveys.csv; intake ratings -t 2026-11-25 --since 2026-11-10
