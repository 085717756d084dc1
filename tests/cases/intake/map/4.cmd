sed -i "1s/認知機能/誕生日/" form.csv; intake --map form.csv | grep "second column"
