intake read meibo.xlsx
