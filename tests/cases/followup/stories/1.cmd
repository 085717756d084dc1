for of in C1 C2 C3 C4 C5 C6 C7 都築ノブ様 浅利スミ C0 external; do sed -i "s/of: .*/of: $of}/" book/office.yaml; echo $of $(followup -t 2026-11-21 -w 'id: N1' -f id,why | tail -n +2); done
