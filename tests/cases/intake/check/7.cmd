intake check --upto asess
