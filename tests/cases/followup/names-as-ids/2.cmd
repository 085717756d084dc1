churn leave ダレカ --reason facility -t 2026-11-21; churn back Z9 -t 2026-11-21; intake check ダレカ; ltv value ダレカ; referral draft ダレカ
