intake read A01
