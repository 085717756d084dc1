intake match -o text M1 M7 M3
