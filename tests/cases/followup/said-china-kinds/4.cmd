followup merged -t '2026-11-21 14:00' -o text -w 'id: V7' | grep ^事项; followup merged -t '2026-11-21 14:00' -w 'id: V7' -f topics --no-header
