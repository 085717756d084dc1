for id in V1 V2 V3; do churn leave $id --reason death --on 2026-11-20 -t 2026-11-21 >out; done; followup -t 2026-11-21 -f due,id,rule
