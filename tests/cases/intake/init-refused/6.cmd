intake init --kind day_service
