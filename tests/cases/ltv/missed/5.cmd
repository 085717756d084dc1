sed -i '/^ltv/d' book/office.yaml; ltv missed -t '2026-11-21 12:00' --price 4000 --months 18
