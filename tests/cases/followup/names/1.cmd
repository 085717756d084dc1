followup list --today 2026-11-21 -f id,rule,who,name,family_relation
