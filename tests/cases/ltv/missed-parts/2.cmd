ltv missed log.csv -t '2026-11-21 12:00' --by line -f line,new_callers_missed,lost,anonymous_missed,lost_value,assumed,counted
