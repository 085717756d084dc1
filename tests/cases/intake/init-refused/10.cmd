{ (ulimit -f 0; intake init new --kind day_service) 2>&1; echo $?; } | cat; ls -A new; intake init new --kind day_service; ls new | wc -l
