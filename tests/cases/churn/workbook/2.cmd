churn leave -n -t 2026-11-21 102 --reason 入院 --convert --add-columns; ls book
