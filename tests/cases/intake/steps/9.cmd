intake steps -t '2026-11-21 18:00' -o text --lang ja
