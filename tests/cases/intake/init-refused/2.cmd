intake init full --kind day_service 2>/dev/null; ls -A full
