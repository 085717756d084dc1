referral memo -t 2026-11-24 -o text; referral draft A1 -t 2026-11-24 -o text --lang zh | sed -n '/^目前/,/^请/p'
