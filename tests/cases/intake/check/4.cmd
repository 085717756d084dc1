intake check --upto objection -f step,id,name,missing K5
