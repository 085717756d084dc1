intake check --upto register -r own.yaml Q2 Q3
