intake check -e K1
