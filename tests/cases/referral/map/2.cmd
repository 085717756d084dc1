intake read --map -t 2026-11-21 kyotaku-list.csv | sed -n "1,2p; \$p"; referral add --map --from clients
