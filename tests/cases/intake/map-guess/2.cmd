intake read --map list.csv | sed -n "/^# aliases/,/^$/p; /^# values/,/^$/p"
