followup gaps -t 2026-11-21 2>&1 >/dev/null | grep referrer
