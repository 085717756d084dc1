intake calls -t '2026-11-20 10:00' > list.csv; cksum book/* > before; followup undone -t '2026-11-20 10:30' list.csv; echo $?; cksum book/* | diff before - && echo untouched
