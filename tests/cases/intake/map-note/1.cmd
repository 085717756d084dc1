intake read --map -t 2026-11-21 list.csv | sed -n "/^# \(Notes\|Cells\) /,/^#*$/p"
