followup -t '2026-11-21 14:00' -o text -w 'rule: [summary-1h, inquiry-reply]' | grep -v -e ^时间 -e ^□
