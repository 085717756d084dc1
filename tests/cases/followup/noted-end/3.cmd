followup gaps -t 2026-11-24 -w "status: paused" | grep -v hospital- 
