sed -i '/^ltv/d; /tiers/,$d' book/office.yaml; echo '  service: 10000' >>book/office.yaml; ltv staffing -o jsonl --months 18 --price 4000
