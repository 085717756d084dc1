followup why V1 -t '2026-11-09 09:00' | grep memo-each; followup why V2 -t 2026-11-06 | grep memo-each
