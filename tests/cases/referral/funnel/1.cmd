referral trouble -t 2026-06-30 --total -f id,served,troubled,percent,average,low,high,control
