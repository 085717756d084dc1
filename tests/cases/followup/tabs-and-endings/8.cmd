intake kept.xlsx
