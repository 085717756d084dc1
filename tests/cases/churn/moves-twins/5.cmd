printf -- '- id: T1\n  status: {is: active}\n- id: T1\n  status: active\n  start_date: 2025-01-06\n- id: T2\n  status: active\n' >book/clients.yaml; rm book/clients.csv book/stays.csv
for id in T1 T2; do churn leave $id -t 2026-06-05 --reason facility; echo "exit $?"; done; cat book/clients.yaml
