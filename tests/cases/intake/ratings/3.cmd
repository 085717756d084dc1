rm book/surveys.csv; intake ratings
