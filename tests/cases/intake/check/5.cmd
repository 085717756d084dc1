intake check -w 'status: inquiry' --upto tour -f id,missing
