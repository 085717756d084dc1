churn reasons -t 2026-11-21 -f reason,count C6; followup gaps -t 2026-11-21 2>&1 | grep -E 'C[1-6]|clients.csv:1[0-3]'
