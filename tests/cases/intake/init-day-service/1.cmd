intake init new --kind day_service && ls -A new
