intake check -o table --lang ja Q3 | head -4
