followup expire -b half
