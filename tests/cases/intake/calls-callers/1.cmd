intake calls -t '2026-11-20 10:00' -f number,kind,id,who,name,whereabouts
