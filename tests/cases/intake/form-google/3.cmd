intake read form.csv | intake check -f id,missing -
