cat words.yaml >>book/office.yaml && intake brief -o text -r own.yaml G2
