followup merged -t 2026-11-20 -f who,topics,consent; followup merged -t 2026-11-20 --no-header; followup -t 2026-11-20 -o mail -w 'id: K3' | grep -a -e 同意 -e K3
