intake calls -t '2026-11-21 10:00' -f number,kind,id,name,who,whereabouts
