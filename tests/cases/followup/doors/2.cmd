followup -t 2026-11-20 -o mail --each -w 'to: caremanager' | grep -a -e '^To:' -e 様
