intake form.csv -f id,adl,band
