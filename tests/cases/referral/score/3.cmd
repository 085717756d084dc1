referral score -t 2026-11-21 --since 2026-04-01 --until 2026-09-30 -f id,kind,chain,rating,months,verdict -w 'kind: [caremanager_office, word_of_mouth]'
