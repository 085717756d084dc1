intake steps -t '2026-11-21 18:00' --since 2026-11-02 --until 2026-11-04
