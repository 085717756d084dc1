followup expire
