sed -i 's/moderate/30..50/;s/^packages/bands: {mild: 75..95, moderate: 50..70, severe: 0..20}\npackages/' book/office.yaml && sed -i 's/, 30..50//' book/office.yaml && intake match M1 -f package
