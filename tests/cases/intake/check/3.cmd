intake check --upto 評価 K5 K3
