intake ratings -t 2026-11-25 -o text --lang ja
