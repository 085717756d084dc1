sed -i 's/cognition: normal/cognition: cane/' book/office.yaml; intake match -t 2026-11-21
