intake --map form.csv >> book/office.yaml; sed -i "s/^# *ぼちぼち: CODE.*/    ぼちぼち: mild/" book/office.yaml; intake --map form.csv | grep -c ぼちぼち; intake -f name,phone2,status,cognition form.csv
