followup facts -t 2026-11-21 -f id,death_noted -w "death_noted: yes"
