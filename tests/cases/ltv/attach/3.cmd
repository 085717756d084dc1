printf '期日,利用者番号,手段\n2026-11-21,A1,電話\n2026-11-22,N1,FAX\n' | ltv attach - -t 2026-11-21 -w 'channel: call' -f id,due,status,ltv
