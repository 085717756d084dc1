referral decline P1 P2 P3 P4 -f id,to,who,channel,rule,alternative; echo $?
