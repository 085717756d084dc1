followup -t 2026-11-10 -o text -w 'rule: issue-first' --note お詫びし、担当を替えました。 | sed -n '/状況/p'
