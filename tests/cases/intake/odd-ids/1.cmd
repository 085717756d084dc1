intake add ./book/new.csv; cut -d, -f1 book/clients.csv; followup facts -t 2026-11-21 -w 'id: a/b' -f id
