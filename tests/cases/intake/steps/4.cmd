intake steps -t '2026-11-21 18:00' --by staff -f staff,step,entered,mean_minutes
