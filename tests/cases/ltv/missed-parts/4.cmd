echo 'calls: {first_call_conversion: 0.5}' >>book/office.yaml; ltv missed log.csv -t '2026-11-21 12:00' --margin 30% -o table --lang zh
