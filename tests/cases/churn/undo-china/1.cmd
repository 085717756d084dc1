churn leave W1 -t 2026-11-21 --reason hospital; echo $?; churn leave W1 -t 2026-11-21 --reason hospital --add-columns && churn leave --undo W1 -t 2026-11-22 && cat book/stays.csv book/clients.csv
