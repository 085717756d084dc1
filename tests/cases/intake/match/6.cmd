sed -i 's/covers/cover/' book/office.yaml && intake match
