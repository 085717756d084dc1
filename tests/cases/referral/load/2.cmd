referral load -t 2026-11-21 --until 2026-09-30 -f id,person,contacts -w 'kind: caremanager_office'
