printf 'id,name,status,caremanager,referrer\nS1,A,,C9,Z9\nS2,B,active,C1,S1\nS3,C,active,,hospital\nS4,D,active,C1,C1\nS5,E,,C9,Z9\n' >book/clients.csv; echo 'id,org,kind
C1,菊ケアプラン,caremanager_office' >book/referrers.csv; followup gaps -t 2026-07-08 2>&1 >/dev/null | grep clients.csv
