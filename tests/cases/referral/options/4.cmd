referral --by kind -w 'kind: caremanager_office' -t 2026-11-21
