sed -i 's/risks: has/ricks: has/' book/office.yaml && intake accept
