intake brief -t 2026-11-23 -f id V4 V2
