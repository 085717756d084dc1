churn leave L3 -t 2026-11-21 --reason death; ls book; grep L3 book/clients.csv | tr -d '\r'; churn back L3 -t 2026-11-21
