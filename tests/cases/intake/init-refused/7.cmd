intake init a b --kind day_service
