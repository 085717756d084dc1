referral list -t 2026-11-21 F1 -o table --lang ja
