ltv missed -t '2026-11-21 12:00' -f new_callers_missed,saved,call_back_now,lost,lost_value,at_risk_value
