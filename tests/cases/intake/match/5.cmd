sed -i 's/軽度/軽い/' book/office.yaml && intake match
