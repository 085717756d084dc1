echo 'concentration: 81' >> book/office.yaml; referral share -t 2026-11-21 -f service,verdict | head -n 2
