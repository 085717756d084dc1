followup -t '2026-11-21 14:56' -f over,id --no-header -w 'rule: [summary-1h, inquiry-reply]' -w 'over: any'; followup -t '2026-11-21 08:00' -f over,id --no-header -w 'rule: [summary-1h]'
