churn reopen -t 2026-11-21 D6 -f id,days,name
