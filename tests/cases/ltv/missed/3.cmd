ltv missed -t '2026-11-21 12:00' --months 12 -f lost,ltv,lost_value
