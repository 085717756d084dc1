printf '職員番号,氏名,職種,常勤換算数\nS1,一,ケアマネジャー,\nS2,二,事務,0.4\nS3,三,主任介護支援専門員,0.5\nS4,四,介護支援専門員,0\n' >book/staff.csv; ltv bench -t 2026-11-21 -f measure,own
