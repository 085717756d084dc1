intake init new --kind day_service && intake add -b new 名簿.csv -t 2026-11-21 >/dev/null && intake add -b new grown.csv -t 2026-11-21 -f id,name
