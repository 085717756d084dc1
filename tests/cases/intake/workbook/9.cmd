intake add -t 2026-11-21 -n --add-columns -f id,name,kana,birth,phone meibo.xlsx
