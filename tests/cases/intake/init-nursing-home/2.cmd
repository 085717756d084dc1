intake init new --kind nursing_home --lang zh && tail -c +4 new/steps.csv | tr -d '\r'
