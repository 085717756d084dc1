intake init new --kind day_service && for f in clients contacts referrers visits; do tail -c +4 new/$f.csv | tr -d '\r'; done
