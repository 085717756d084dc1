intake read 'meibo.xlsx#名簿2'
