intake init full --kind day_service
