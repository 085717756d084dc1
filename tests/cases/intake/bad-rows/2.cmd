intake form.csv -f id,name --strict
