followup why V1 --today 2026-11-21 | grep person-reopen
