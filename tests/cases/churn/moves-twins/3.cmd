churn leave T1 -n -t 2026-06-05 --reason facility; echo "exit $?"; churn leave T6 -n -t 2026-06-05 --reason facility; ls -A book
