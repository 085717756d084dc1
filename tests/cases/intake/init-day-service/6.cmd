umask 0; intake init new --kind day_service && find new -printf "%m %p\n" | sort -k 2
