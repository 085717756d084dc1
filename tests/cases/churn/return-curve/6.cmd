churn leave R3 --reason death --on 2026-06-20 -t 2026-06-30 && grep R3 book/clients.csv; ls book
