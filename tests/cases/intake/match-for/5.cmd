sed -i 's/band: \[/bend: [/' book/office.yaml; intake match -t 2026-11-21
