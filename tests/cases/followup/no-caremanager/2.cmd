for kind in cm_office day_service; do sed -i "s/kind: [a-z_]*/kind: $kind/" book/office.yaml; followup -t 2026-11-21 -w 'to: caremanager' -f id,rule,who; done
