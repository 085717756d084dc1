followup -t 2026-07-08 -o excel | head -n 1 | grep -o '結果\|次回\|メモ'
