followup expire -b none
