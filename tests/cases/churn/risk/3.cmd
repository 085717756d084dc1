churn risk -t 2026-11-21 | followup - -t 2026-11-21 -w 'rule: risk-sign' -f id,rule
