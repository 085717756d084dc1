sed -i 's/cm_office/visit_clinic/' book/office.yaml; ltv bench -t 2026-11-21
