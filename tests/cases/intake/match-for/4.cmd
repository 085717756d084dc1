sed -i '/gentle/d' book/office.yaml; intake match -t 2026-11-21 -f id,package B3 B4 B5 B6
