intake steps -t '2026-11-21 18:00' -o json --since 2026-11-02 --until 2026-11-04 -f step,mean_minutes,budget
