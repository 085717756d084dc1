intake calls -t '2026-11-21 18:00' --rejects aside.csv -f number >list.csv 2>/dev/null; iconv -f utf-8 aside.csv | cut -d, -f1,3-
