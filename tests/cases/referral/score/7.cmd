referral score -t 2026-11-21 --since 2026-04-01 --until 2026-09-30 -f id,kind,months,verdict -o table --lang ja -w 'kind: [caremanager_office, word_of_mouth]'
