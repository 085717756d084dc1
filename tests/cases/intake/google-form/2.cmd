intake read -w 'tags: has dementia' -f id,name,band,sex,tags < form.csv
