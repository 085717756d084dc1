ltv missed -t '2026-11-11 12:00' -f new_callers_missed,saved,call_back_now,lost
