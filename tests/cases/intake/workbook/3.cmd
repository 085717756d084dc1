intake read -f id,name,status 'meibo.xlsx#過去の利用者'
