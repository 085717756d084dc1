echo 'hold: {reason: facility}' >>book/office.yaml; churn seats -t 2026-11-21 -f booked,held,free
