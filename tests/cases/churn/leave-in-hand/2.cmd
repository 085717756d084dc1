cp book/clients.csv before; churn leave L3 --reason person --cause L1 --on 2026-11-02 -t 2026-11-21; echo "exit $?"; cmp before book/clients.csv; ls book
