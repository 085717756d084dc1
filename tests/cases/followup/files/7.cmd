followup --nonsense
