printf '氏名,相手,手段,結果\n国枝トメ,家族,電話,話した\nダレカ,家族,電話,話した\n' | followup done - -t 2026-11-21; followup 国枝トメ -t 2026-11-21 -o text | head -n 0; referral draft 佐伯ハル -t 2026-11-21
