followup -t '2026-11-12' -o text -w 'rule: facility-letter' 2>&1 | grep '様$'
