churn leave L3 -t 2026-11-21 --on 2026-03-10 --reason other; churn back L1 -t 2026-11-21; churn leave L9; churn leave L1 --reason smoking; churn back L3 --reason death; churn leave
