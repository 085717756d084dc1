ltv forecast -t 2026-11-10 --each --discount 0.03 --margin 0.6 K02 -o table --lang ja
