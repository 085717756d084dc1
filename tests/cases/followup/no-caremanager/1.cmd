followup -t 2026-11-21 -w 'to: caremanager' -f id,rule,who; followup gaps -t 2026-11-21 2>/dev/null; followup why H1 -t 2026-11-21 --lang zh -o table 2>/dev/null | grep 个案
