followup why S3 -t 2026-07-08 -f rule | grep -c '^facility-letter$'
