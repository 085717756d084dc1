for id in A4 E1 E2; do followup why $id -t 2026-11-21 --no-header | grep -E ',(returned|sour|refused|no-date),'; done
