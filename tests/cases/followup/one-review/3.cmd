for id in S2 S4 P2 F1 Z1 L1 R1; do followup why $id -t 2026-11-21 --no-header | grep rule-review; done
