sed -i 's/title:/titel:/' book/office.yaml && followup -o text
