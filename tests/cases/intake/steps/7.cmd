intake steps -t '2026-11-21 18:00' --bottleneck --since 2026-11-04 -e
