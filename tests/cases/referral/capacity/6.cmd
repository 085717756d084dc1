sed -i '/^seats/d' book/office.yaml; referral capacity -t 2026-11-21
