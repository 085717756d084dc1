intake steps -t '2026-11-21 18:00' --by staff_role -f staff_role,step,entered -w 'id: any' 2>/dev/null; intake steps -t '2026-11-21 18:00' --by staff_role --no-header -f staff_role,step,entered
