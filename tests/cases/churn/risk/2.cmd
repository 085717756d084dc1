churn risk -t 2026-11-21 | churn risk -t 2026-11-21 - -w 'area: 北町' -f id,signs,last_absent
