followup -t 2026-06-12 -f id,rule 2>said; echo $?; grep -c reason said
