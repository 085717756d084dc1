churn leave L1 -t 2026-11-21 --reason person --outlook likely; ls book
