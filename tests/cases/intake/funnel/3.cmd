printf 'targets: {wait_days: 10}\n' > book/office.yaml; intake funnel -t 2026-11-25 P1 P2 P3 -f stage,over
