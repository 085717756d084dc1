cat meibo.xlsx | intake read -f id,kana -
