intake brief -t 2026-11-21 -o text U1
