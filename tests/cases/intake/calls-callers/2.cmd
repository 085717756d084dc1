intake calls -t '2026-11-20 10:00' | head -n 3; intake calls -t '2026-11-20 10:00' -w 'whereabouts: [hospital, deceased]' -f id
