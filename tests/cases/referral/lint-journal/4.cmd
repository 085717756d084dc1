referral lint -t 2026-11-21 -w 'kind: center' -f place,because; referral lint -t 2026-11-21 -w 'kind: caremanager_office' -f place --no-header
