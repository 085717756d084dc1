followup -o text --lang zh -w 'to: family'
