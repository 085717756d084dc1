intake init new --kind hotel; [ -e new ] && echo made
