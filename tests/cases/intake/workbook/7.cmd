intake read bomb.xlsx
