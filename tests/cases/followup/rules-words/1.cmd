followup -o text
