followup why S4 -t 2026-11-21 -f rule,state,because | grep -e death-stop -e hospital-ask-family -e paused-check
