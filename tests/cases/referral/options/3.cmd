referral list --journal -t 2026-11-21; referral sheet --alternative x -t 2026-11-21; echo $?
