rm book/office.yaml && intake accept
