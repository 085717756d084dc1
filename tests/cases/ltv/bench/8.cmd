printf 'bench: {clients_per_fte: 40, source: 自治体調査, year: 2025}\n' >>book/office.yaml; ltv bench -t 2026-11-21 --since 2026-10-01 --until 2026-10-31
