for rule in by-hand hospital-back hospital-monthly high-24h; do followup -t '2026-11-21 14:00' -o text -w "rule: $rule" | sed -n '/^对象/p;/要点/,/^$/p'; done
