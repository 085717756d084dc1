intake read -f id,name,inquiry_at,concern,needs,tags form.csv walk-in.yaml
