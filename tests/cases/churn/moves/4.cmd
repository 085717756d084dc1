churn leave L1 -t 2026-11-21 -n --reason person; churn leave L1 --on 2026-01-01 -t 2026-11-21 --reason person; ls book
