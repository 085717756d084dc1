followup -t 2026-07-08 -o tonight.csv; echo $?; ls
