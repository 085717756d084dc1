sed -i /limits/d book/office.yaml; followup -t 2026-06-10 -f id --no-header | tr '\n' ' '
