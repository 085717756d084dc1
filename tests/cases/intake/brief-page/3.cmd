intake brief -o text --lang ja P1 P3
