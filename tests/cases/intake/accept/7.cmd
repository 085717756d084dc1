sed -i 's/answer: no, //' book/office.yaml && intake accept
