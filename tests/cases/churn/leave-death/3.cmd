for id in V1 V2 V3; do churn leave $id --reason death --on 2026-11-20 -t 2026-11-21 >out; done; churn back V2 --on 2026-11-21 -t 2026-11-21
