followup -b second -t 2026-06-05 -f id,note,メモ
