mkfifo ./pipe; cat book/clients.csv >pipe & intake read ./pipe -f id,name
