intake accept -t 2026-05-11 -w 'tags: has assist' -f id
