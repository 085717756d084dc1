followup expire -b plain
