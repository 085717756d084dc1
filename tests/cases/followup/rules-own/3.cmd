followup rules >all; for id in facility-letter members hospital-visit hospital-letter; do grep "id: $id\b" all | wc -l | tr -d ' '; done
