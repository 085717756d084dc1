referral draft A1 A2 A3 -t 2026-11-19 -f id,to,who,channel,name; echo $?; referral draft A3 -t 2026-11-19 -o text --note 初回前; referral draft; echo $?
