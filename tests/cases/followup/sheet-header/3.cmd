intake read -f id,name,caremanager,phone manager.csv
