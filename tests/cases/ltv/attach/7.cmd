printf '氏名,x\n丁野,1\n誰か,2\n' | ltv attach - -t 2026-11-21
