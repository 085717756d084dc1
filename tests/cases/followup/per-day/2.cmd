for n in 1 2 4 5 6 7; do sed -i "s/per_day: .*}/per_day: $n}/" book/office.yaml; followup -t 2026-06-10 -f id --no-header | tr '\n' ' '; echo; done
