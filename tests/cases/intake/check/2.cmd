intake check --upto register
