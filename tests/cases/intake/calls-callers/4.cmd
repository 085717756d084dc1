for lang in zh en; do intake calls -t '2026-11-20 10:00' -o text --lang $lang -w 'id: W8'; done
