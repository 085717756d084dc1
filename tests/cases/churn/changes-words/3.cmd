churn changes -t 2026-11-21 -f rule,lost,died
