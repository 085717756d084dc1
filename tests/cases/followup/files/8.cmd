followup -t
