sed -i -e 9d -e 5d book/surveys.csv; sed -i '2s/^2026-11-02//' book/surveys.csv;  intake ratings -t 2026-11-25 --until 2026-11-05
