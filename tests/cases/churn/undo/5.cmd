for u in 'leave --undo U2' 'back --undo U2' 'back --undo U3' 'leave --undo U4' 'leave --undo U9' 'leave --undo U3 --reason other'; do churn $u -t 2026-11-21; echo $?; done; ls book
