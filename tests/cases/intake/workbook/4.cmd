intake read --hidden -f id,kana,status meibo.xlsx
