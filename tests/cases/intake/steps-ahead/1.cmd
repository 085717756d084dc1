intake steps --each -t 2026-11-25; intake steps -t 2026-11-25 -f step,entered,dropped
