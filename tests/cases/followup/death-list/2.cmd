followup -t 2026-11-21 -f id,rule,to -w 'rule: [hospital-ask-family, death-stop]' - <last.csv
