intake calls -t '2026-11-20 18:00' -f number,tries,first,last w1.csv w2.csv utc.csv w1.csv; ltv missed -t '2026-11-20 18:00' -f new_callers_missed,saved,anonymous_missed w1.csv w2.csv
