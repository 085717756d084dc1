followup -t 2026-06-11 -o mail --each -w 'rule: after-week' | grep -a '^To:' | tr -d '\r'
