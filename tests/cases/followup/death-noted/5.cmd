followup why T2 -t 2026-11-21 -f rule,state,because | grep -e hospital -e death
