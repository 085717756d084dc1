intake read locked.xlsx
