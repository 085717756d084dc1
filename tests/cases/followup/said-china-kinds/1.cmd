followup merged -t '2026-11-21 14:00' -o text -w 'id: [V1, V2, V3, V4, V5, V6, V8, K1]' | grep -v -e '^$' -e ^时间 -e ^□ -e ^下次 -e ^备注 -e ^应 -e ^逾期 -e ^号码 -e ─
