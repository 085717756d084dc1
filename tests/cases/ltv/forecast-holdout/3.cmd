ltv forecast -t 2026-12-02 --holdout 400
