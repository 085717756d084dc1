intake funnel --since 2026-11-02 --until 2026-11-01
