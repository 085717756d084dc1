followup -t 2026-07-08 -f id -w 'adl: any' -w 'area: not 西'
