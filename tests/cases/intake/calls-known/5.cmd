intake calls -t '2026-11-21 18:00' -o table --lang ja -f number,kind,id P01
