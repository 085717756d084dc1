intake calls -t '2026-11-20 18:00' -f number,kind,tries,last japan.csv; ltv missed -t '2026-11-20 18:00' -f new_callers_missed,saved,call_back_now,anonymous_missed japan.csv
