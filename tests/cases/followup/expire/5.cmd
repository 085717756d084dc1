followup expire -t 2026-11-11 -f id,until,late A04 A05
