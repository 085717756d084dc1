for id in N10 N11 N12; do followup -t '2026-11-21 14:00' -o text -w "id: $id" -w 'rule: trial-end' | sed -n '/^对象/p;/要点/,/^$/p'; done
