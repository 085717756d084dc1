followup why -t 2026-11-24 N5 -f rule,state,due,because | grep -e rule, -e hospital
