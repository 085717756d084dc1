followup merged -t '2027-01-13 18:00' -o text -w 'id: T1' | sed '/結果/,/メモ/d'
