sed -i 's/answer: no/answer: nein/' book/office.yaml && intake accept
