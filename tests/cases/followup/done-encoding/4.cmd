followup -b fresh done -t 2026-06-15 B2:facility-letter >/dev/null; ls -l fresh/contacts.csv | cut -c1-10; followup -b fresh show B2 -t 2026-06-15 -f at,channel,to,outcome | grep letter
