intake --map form.csv >> book/office.yaml; intake --map form.csv | sed -n "/counts\|phone\|^[a-z]\|^# values/p"
