intake check -o table --lang ja --upto register
