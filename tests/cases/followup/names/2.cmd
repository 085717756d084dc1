followup why --today 2026-11-21 -f rule,state '黒﨑　ミツさん' | grep facility-letter; followup why --today 2026-11-21 -f rule,state 田辺キヨ | grep facility-letter
