churn leave Y1 --on 2026-06-01 --reason person -t 2026-11-21 && churn back Y1 -t 2026-11-21 && cat book/stays.yaml
