ltv forecast -t 2026-12-02 --model visits
