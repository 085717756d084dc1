intake add --map -t 2026-11-21 visits.csv soudan.csv | sed -n "/^# values/,\$p"; intake read --map < soudan.csv | head -n 1
