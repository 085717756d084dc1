intake --map form.csv | grep -v "^#"; intake --map form.csv >> book/office.yaml; intake --map form.csv | grep -n 茶菓
