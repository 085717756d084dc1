sed -i 's/of: .*/of: C3}/' book/office.yaml; echo '  - {id: bath, text: お風呂のお話です。, of: C0}' >>book/office.yaml; followup gaps -t 2026-11-21 -w 'id: N1' 2>&1 | grep -e office.yaml -e '^[iN]'
