intake match -w 'id: M1' -o table --lang ja -f package,percent,missing,serves
