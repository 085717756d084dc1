followup -t 2026-11-20 -f id,rule | followup -t 2026-11-20 - -f id | sort | uniq -c | tr -s " "
