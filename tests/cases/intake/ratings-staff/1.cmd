intake ratings --by staff -t 2026-11-25
