followup done -t 2026-06-15 --at '2026-06-14 9:05' --outcome no_answer --channel call B1:leave-reason-ask >/dev/null; cat book/contacts.csv; followup -t 2026-06-15 -f id -w 'id: B1'
