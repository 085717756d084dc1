followup -t 2026-11-20 -o ics -w 'rule: memo-each' | grep -a -e ^SUMMARY -e 同意
