followup -t 2026-11-20 -o ics -w 'rule: memo-each' | tr -d '\r' | sed -z 's/\n //g' | grep -a -e ^SUMMARY -e 同意
