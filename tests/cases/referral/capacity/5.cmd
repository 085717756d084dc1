sed -i 's/^seats.*/seats: {tue: 1}/' book/office.yaml; for l in ja zh en; do referral capacity -t 2026-11-21 -f capacity --no-header --lang $l; done
