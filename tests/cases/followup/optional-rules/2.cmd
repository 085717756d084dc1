followup -b plain -t 2026-06-02 -f id
