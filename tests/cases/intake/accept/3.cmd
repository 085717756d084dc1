printf 'id,area,inquiry_at,birth\nB1,北区,2026-04-01,1971-02-03\n' | intake accept -t 2026-05-11 -r more.yaml - -f rule,verdict
