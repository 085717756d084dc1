printf '%s\n' 'number,kind,id' '09000000601,nobody,-' ',new,-' '09000000301,family,B9' | followup done -t '2026-11-20 10:30' -
