intake check -o text
