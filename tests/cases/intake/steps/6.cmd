intake steps -t '2026-11-21 18:00' --bottleneck; intake steps -t '2026-11-21 18:00' --bottleneck --no-header --since 2026-11-02 --until '2026-11-03 09:05'
