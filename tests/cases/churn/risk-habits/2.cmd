awk -v n=29 -f book.awk && churn risk --all -t 2026-11-21 -f id,risk,signs -w 'id: [K01, K07, K12]'
