intake match M1 M2 M3 M4 M5
