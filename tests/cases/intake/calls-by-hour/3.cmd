intake calls --by weekday -t 2026-11-22 --since 2026-11-21 --until 2026-11-21 -f weekday,missed -o table --lang ja
