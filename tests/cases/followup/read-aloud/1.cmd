followup -t '2027-01-13 18:00' -o text -w 'id: [V1, V2, H1, A2]' -w 'rule: [summary-1h, high-24h, hospital-ask-cm, hospital-visit, issue-first]' | sed -e '/結果/,/メモ/d' -e '/^$/d'
