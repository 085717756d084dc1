echo 2026-11-12 10:00,in,090-0000-0001,answered,self >>book/calls.csv; ltv missed -t '2026-11-21 12:00' --by answered_by --since 2026-11-12
