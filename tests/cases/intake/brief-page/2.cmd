intake brief -o text
