echo '  - {id: bath, text: お風呂を楽しまれた方のお話です。, of: external}' >>book/office.yaml; followup list --all -t 2026-11-21 -f due,id,rule,why
